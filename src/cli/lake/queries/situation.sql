-- fr: chaque enveloppe de chaque classeur : crédits, consommations, restes à payer, erreurs
-- en: each envelope of each workbook: credits, consumption, restes à payer, errors
-- convention_ae_allocated and convention_cp_allocated: the ceiling of the whole convention, on each row of its workbook;
-- null where it has none of its own.
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
  a.reserved AS ae_reserved,
  a.available AS ae_available,
  c.allocated AS cp_allocated,
  c.consumed AS cp_consumed,
  c.reserved AS cp_reserved,
  c.available AS cp_available,
  c.outstanding,
  CASE WHEN n.ae_ceiling IS NOT NULL THEN wa.allocated END AS convention_ae_allocated,
  CASE WHEN n.cp_ceiling IS NOT NULL THEN wc.allocated END AS convention_cp_allocated,
  w.errors,
  w.accepted_errors,
  w.rows_unchecked,
  w.unread_places,
  w.unread_sum
FROM workbooks w
JOIN envelopes e ON e.workbook = w.workbook
JOIN figures a ON a.workbook = e.workbook AND a.envelope = e.envelope AND a.scope = 'envelope' AND a.nature = 'AE'
JOIN figures c ON c.workbook = e.workbook AND c.envelope = e.envelope AND c.scope = 'envelope' AND c.nature = 'CP'
JOIN figures wa ON wa.workbook = e.workbook AND wa.scope = 'convention' AND wa.nature = 'AE'
JOIN figures wc ON wc.workbook = e.workbook AND wc.scope = 'convention' AND wc.nature = 'CP'
JOIN (
  SELECT
    workbook,
    ae_ceiling,
    cp_ceiling,
    CASE
      WHEN MIN(UPPER(REPLACE(reference, ' ', ''))) OVER (PARTITION BY convention)
        <> MAX(UPPER(REPLACE(reference, ' ', ''))) OVER (PARTITION BY convention)
      THEN convention || ' (' || COALESCE(reference, '?') || ')'
      ELSE convention
    END AS name
  FROM conventions
) n ON n.workbook = w.workbook
ORDER BY n.name NULLS LAST, w.year NULLS LAST, w.file, e.envelope
