import type { CountryFacts } from './facts.js';

/** Time zone, currency and dialling code of the countries where the demonstration's cooperatives are. */
export const countries: Readonly<Record<string, CountryFacts>> = {
  BD: { timeZone: 'Asia/Dhaka', currency: 'BDT', dialling: '+880' },
  BO: { timeZone: 'America/La_Paz', currency: 'BOB', dialling: '+591' },
  ET: { timeZone: 'Africa/Addis_Ababa', currency: 'ETB', dialling: '+251' },
  GH: { timeZone: 'Africa/Accra', currency: 'GHS', dialling: '+233' },
  GT: { timeZone: 'America/Guatemala', currency: 'GTQ', dialling: '+502' },
  HN: { timeZone: 'America/Tegucigalpa', currency: 'HNL', dialling: '+504' },
  ID: { timeZone: 'Asia/Jakarta', currency: 'IDR', dialling: '+62' },
  IN: { timeZone: 'Asia/Kolkata', currency: 'INR', dialling: '+91' },
  KE: { timeZone: 'Africa/Nairobi', currency: 'KES', dialling: '+254' },
  KH: { timeZone: 'Asia/Phnom_Penh', currency: 'KHR', dialling: '+855' },
  LK: { timeZone: 'Asia/Colombo', currency: 'LKR', dialling: '+94' },
  MA: { timeZone: 'Africa/Casablanca', currency: 'MAD', dialling: '+212' },
  MX: { timeZone: 'America/Mexico_City', currency: 'MXN', dialling: '+52' },
  NP: { timeZone: 'Asia/Kathmandu', currency: 'NPR', dialling: '+977' },
  PE: { timeZone: 'America/Lima', currency: 'PEN', dialling: '+51' },
  PH: { timeZone: 'Asia/Manila', currency: 'PHP', dialling: '+63' },
  PK: { timeZone: 'Asia/Karachi', currency: 'PKR', dialling: '+92' },
  RW: { timeZone: 'Africa/Kigali', currency: 'RWF', dialling: '+250' },
  SN: { timeZone: 'Africa/Dakar', currency: 'XOF', dialling: '+221' },
  TH: { timeZone: 'Asia/Bangkok', currency: 'THB', dialling: '+66' },
  TR: { timeZone: 'Europe/Istanbul', currency: 'TRY', dialling: '+90' },
  TZ: { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS', dialling: '+255' },
  UG: { timeZone: 'Africa/Kampala', currency: 'UGX', dialling: '+256' },
  VN: { timeZone: 'Asia/Ho_Chi_Minh', currency: 'VND', dialling: '+84' },
};
