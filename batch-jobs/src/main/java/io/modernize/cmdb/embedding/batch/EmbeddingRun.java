package io.modernize.cmdb.embedding.batch;

import io.modernize.cmdb.embedding.EmbeddingSpace;
import io.modernize.cmdb.inventory.application.JobProgress;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one running embedding job works on.
 *
 * @param embedded assets embedded so far
 */
record EmbeddingRun(TenantScope scope, EmbeddingSpace space, long due, AtomicLong embedded, JobProgress progress) {}
