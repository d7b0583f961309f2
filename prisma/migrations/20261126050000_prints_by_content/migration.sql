-- What a printing was made of: the same again needs no printing.
ALTER TABLE "Print" ADD COLUMN "contentHash" TEXT;
