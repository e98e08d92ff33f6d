-- fr: chaque enveloppe de chaque classeur : crédits, consommations, restes à payer, erreurs
-- en: each envelope of each workbook: credits, consumption, restes à payer, errors
-- Conventions that share an identifier and have several references are apart, each with its reference.
SELECT
  n.name AS convention,
  w.year,
  w.file,
  w.as_of,
  e.envelope,
  e.label,
  e.programme,
  a.allocated AS ae_allocated,
  a.consumed AS ae_consumed,
  a.available AS ae_available,
  c.allocated AS cp_allocated,
  c.consumed AS cp_consumed,
  c.available AS cp_available,
  c.outstanding,
  w.errors,
  w.accepted_errors,
  w.rows_unchecked,
  w.unread_places,
  w.unread_sum
FROM workbooks w
JOIN envelopes e ON e.workbook = w.workbook
JOIN figures a ON a.workbook = e.workbook AND a.envelope = e.envelope AND a.scope = 'envelope' AND a.nature = 'AE'
JOIN figures c ON c.workbook = e.workbook AND c.envelope = e.envelope AND c.scope = 'envelope' AND c.nature = 'CP'
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
) n ON n.workbook = w.workbook
ORDER BY n.name NULLS LAST, w.year NULLS LAST, w.file, e.envelope
