-- fr: plafonds, consommations et restes par convention, exercice, programme et nature
-- en: ceilings, consumption and rest by convention, credit year, programme and nature
-- A sum is null as soon as one of its figures is not calculable; allocated and available, where an envelope consumes
-- without a ceiling of its own, which the others do not bound. A convention kept in two workbooks is counted twice:
-- the column workbooks shows it.
-- Conventions that share an identifier and have several references are apart, each with its reference.
SELECT
  n.name AS convention,
  f.year,
  e.programme,
  f.nature,
  COUNT(DISTINCT f.workbook) AS workbooks,
  COUNT(*) AS envelopes,
  CASE
    WHEN SUM(CASE WHEN f.allocated IS NULL AND (f.consumed <> 0 OR f.reserved <> 0) THEN 1 ELSE 0 END) = 0
    THEN SUM(f.allocated)
  END AS allocated,
  CASE WHEN COUNT(f.consumed) = COUNT(*) THEN SUM(f.consumed) END AS consumed,
  CASE WHEN COUNT(f.reserved) = COUNT(*) THEN SUM(f.reserved) END AS reserved,
  CASE
    WHEN SUM(CASE WHEN f.allocated IS NULL AND (f.consumed <> 0 OR f.reserved <> 0) THEN 1 ELSE 0 END) = 0
      AND COUNT(f.consumed) = COUNT(*) AND COUNT(f.reserved) = COUNT(*)
    THEN SUM(f.available)
  END AS available,
  COUNT(*) - COUNT(f.consumed) AS not_calculable
FROM figures f
JOIN envelopes e ON e.workbook = f.workbook AND e.envelope = f.envelope
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
) n ON n.workbook = f.workbook
WHERE f.scope = 'envelope'
GROUP BY n.name, f.year, e.programme, f.nature
ORDER BY n.name NULLS LAST, f.year NULLS LAST, e.programme NULLS LAST, f.nature
