-- CreateIndex
CREATE INDEX "Change_planId_at_idx" ON "Change"("planId", "at");
