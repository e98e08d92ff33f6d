-- fr: plafonds dépassés, dans l'exercice de chaque situation et dans les précédents, du plus grand dépassement au plus petit
-- en: ceilings exceeded, in the credit year of each situation and in the former ones, the largest excess first
-- Those over a programme or a titre (part_value) too, whatever its envelopes have left.
-- The CP of a poste that the convention does not give is no ceiling, unless the team follows it.
SELECT
  f.convention,
  f.year,
  f.credit_year,
  w.file,
  f.scope,
  f.envelope,
  f.poste,
  f.part_value,
  f.nature,
  f.allocated,
  f.consumed,
  f.consumed - f.allocated AS excess,
  f.rate
FROM (
  SELECT
    workbook, convention, year, year AS credit_year, scope, envelope, poste, NULL AS part_value, nature, allocated,
    consumed, rate, is_ceiling
  FROM figures
  UNION ALL
  SELECT
    workbook, convention, year, credit_year, scope, envelope, poste, NULL AS part_value, nature, allocated,
    consumed, rate, is_ceiling
  FROM former_figures
  UNION ALL
  SELECT
    workbook, convention, year, credit_year, part AS scope, NULL AS envelope, NULL AS poste, part_value, nature, allocated,
    consumed, rate, TRUE AS is_ceiling
  FROM part_figures
) f
JOIN workbooks w ON w.workbook = f.workbook
WHERE f.consumed > f.allocated AND f.is_ceiling
ORDER BY f.consumed - f.allocated DESC, w.file, f.credit_year, f.scope, f.envelope, f.poste, f.part_value, f.nature
