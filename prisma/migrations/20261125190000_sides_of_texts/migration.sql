-- AlterTable
ALTER TABLE "Change" ADD COLUMN     "sides" TEXT[] DEFAULT ARRAY[]::TEXT[];
