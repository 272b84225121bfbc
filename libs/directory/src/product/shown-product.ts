/** SQL: a row `p` of `shown_product` as everyone sees it. */
export const shownProductColumns = `p.id,
  json_build_object('id', p.cooperative_id, 'name', p.cooperative, 'country', p.country, 'place', p.place) as cooperative,
  p.name, p.description, json_build_object('code', p.craft_code, 'name', (select a.name from craft a where a.code = p.craft_code)) as craft,
  p.unit_code as "unitCode", trim_scale(p.price_from)::text as "priceFrom", p.currency,
  trim_scale(p.minimum_quantity)::text as "minimumQuantity", p.lead_time_days as "leadTimeDays", p.hs_code as "hsCode",
  p.photo_file_id as "photoFileId"`;
