-- Version 2: the document remembers the way in which its companies are placed on the canvas.

ALTER TABLE meta ADD COLUMN layout TEXT CHECK (layout IN ('layers', 'circle'));
