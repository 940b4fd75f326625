package io.modernize.cmdb.operations.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads judged queries: JSON Lines of {@code {"query": …, "kind": …, "relevant": [names]}}. */
public final class JudgedQueries {
    private final List<JudgedQuery> queries;

    private JudgedQueries(List<JudgedQuery> queries) {
        this.queries = List.copyOf(queries);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException naming the line that cannot be used
     * @throws IOException where the file cannot be read
     */
    public static JudgedQueries read(Path file) throws IOException {
        List<JudgedQuery> queries = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                queries.add(JsonMapper.shared().readValue(lines.get(i), JudgedQuery.class));
            } catch (JacksonException e) {
                throw new IllegalArgumentException(
                        file + ", line " + (i + 1) + ": not a judged query: " + e.getOriginalMessage(), e);
            }
        }
        if (queries.isEmpty()) {
            throw new IllegalArgumentException(file + " has no judged query");
        }
        return new JudgedQueries(queries);
    }

    List<JudgedQuery> all() {
        return queries;
    }
}
