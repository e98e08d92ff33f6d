-- fr: plafonds, consommations et restes par convention, exercice et nature : enveloppes de chaque programme, puis plafonds de programme, de titre et de l'ensemble
-- en: ceilings, consumption and rest by convention, credit year and nature: envelopes of each programme, then ceilings of programmes, titres and the whole
-- Read one scope at a time: envelope adds up the envelopes of a programme; programme, titre and convention are ceilings
-- over them, which may leave less. A convention without a ceiling of its own has no row of that scope.
-- A sum is null as soon as one of its figures is not calculable; allocated and available, where an envelope consumes
-- without a ceiling of its own, which the others do not bound. A convention kept in two workbooks is counted twice:
-- the column workbooks shows it.
-- Conventions that share an identifier and have several references are apart, each with its reference.
SELECT
  n.name AS convention,
  f.year,
  f.scope,
  f.programme,
  f.titre,
  f.nature,
  COUNT(DISTINCT f.workbook) AS workbooks,
  CASE WHEN f.scope = 'envelope' THEN COUNT(*) END AS envelopes,
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
FROM (
  SELECT
    workbook,
    year,
    part AS scope,
    CASE WHEN part = 'programme' THEN part_value END AS programme,
    CASE WHEN part = 'titre' THEN part_value END AS titre,
    nature,
    allocated,
    consumed,
    reserved,
    available
  FROM part_figures
  WHERE credit_year = year
  UNION ALL
  SELECT
    o.workbook, o.year, o.scope, e.programme, NULL AS titre, o.nature, o.allocated, o.consumed, o.reserved, o.available
  FROM figures o
  JOIN envelopes e ON e.workbook = o.workbook AND e.envelope = o.envelope
  WHERE o.scope = 'envelope'
  UNION ALL
  SELECT
    w.workbook, w.year, w.scope, NULL AS programme, NULL AS titre, w.nature, w.allocated, w.consumed, w.reserved,
    w.available
  FROM figures w
  JOIN conventions c ON c.workbook = w.workbook
  WHERE w.scope = 'convention' AND CASE w.nature WHEN 'AE' THEN c.ae_ceiling ELSE c.cp_ceiling END IS NOT NULL
) f
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
GROUP BY n.name, f.year, f.scope, f.programme, f.titre, f.nature
ORDER BY
  n.name NULLS LAST,
  f.year NULLS LAST,
  CASE f.scope WHEN 'envelope' THEN 0 WHEN 'convention' THEN 2 ELSE 1 END,
  f.scope,
  f.programme NULLS LAST,
  f.titre NULLS LAST,
  f.nature
