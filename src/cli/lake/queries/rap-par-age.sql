-- fr: restes à payer par âge de l'engagement, en années entières ; les EJ sans date et les enveloppes non calculables à part
-- en: restes à payer by age of the commitment, in whole years; EJ without a date, and envelopes not calculable, apart
-- Conventions that share an identifier and have several references are apart, each with its reference.
SELECT
  n.name AS convention,
  r.year,
  r.state,
  r.age_years,
  SUM(r.ejs) AS ejs,
  SUM(r.outstanding) AS outstanding
FROM (
  SELECT
    workbook,
    year,
    CASE WHEN age_years IS NULL THEN 'undated' ELSE 'dated' END AS state,
    age_years,
    1 AS ejs,
    outstanding
  FROM ejs
  WHERE outstanding <> 0
  UNION ALL
  SELECT workbook, year, 'not calculable' AS state, NULL AS age_years, NULL AS ejs, NULL AS outstanding
  FROM figures
  WHERE scope = 'envelope' AND nature = 'CP' AND outstanding IS NULL
) r
JOIN (
  SELECT
    workbook,
    CASE
      WHEN MIN(UPPER(REPLACE(reference, ' ', ''))) OVER (PARTITION BY convention)
        <> MAX(UPPER(REPLACE(reference, ' ', ''))) OVER (PARTITION BY convention)
      THEN convention || ' (' || COALESCE(reference, '?') || ')'
      ELSE convention
    END AS name
  FROM conventions
) n ON n.workbook = r.workbook
GROUP BY n.name, r.year, r.state, r.age_years
ORDER BY n.name NULLS LAST, r.year NULLS LAST, r.state, r.age_years NULLS LAST
