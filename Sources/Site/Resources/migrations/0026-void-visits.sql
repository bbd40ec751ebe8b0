-- Visits that were entered by mistake stay in the register, with who declared them void and why.
ALTER TABLE visit_row ADD COLUMN voided_by TEXT;
ALTER TABLE visit_row ADD COLUMN void_note TEXT;
