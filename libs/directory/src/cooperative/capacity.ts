/** SQL: the crafts of a cooperative with what a month has room for, as JSON. */
export function capacityOf(cooperativeId: string): string {
  return `coalesce((select json_agg(json_build_object('craftCode', k.craft_code,
      'piecesPerMonth', trim_scale(k.pieces_per_month)::text, 'workHoursPerMonth', trim_scale(k.work_hours_per_month)::text)
      order by k.craft_code) from cooperative_craft k where k.cooperative_id = ${cooperativeId}), '[]')`;
}
