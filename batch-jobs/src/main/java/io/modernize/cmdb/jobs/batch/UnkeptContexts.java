package io.modernize.cmdb.jobs.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.repository.ExecutionContextSerializer;

/**
 * Stores nothing of execution contexts. Batch's tables have no row-level security, and what steps leave there may be a client
 * account's. Nothing goes on from them: an attempt asks the data where to begin.
 */
final class UnkeptContexts implements ExecutionContextSerializer {
    @Override
    public void serialize(Map<String, Object> context, OutputStream stored) throws IOException {
        stored.write("{}".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Map<String, Object> deserialize(InputStream stored) {
        return new HashMap<>();
    }
}
