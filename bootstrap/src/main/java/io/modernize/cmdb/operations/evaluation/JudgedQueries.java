package io.modernize.cmdb.operations.evaluation;

import io.modernize.cmdb.similarity.spaces.application.CompareSpaces.JudgedRequest;
import io.modernize.cmdb.tenancy.TenantScope;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads judged queries: JSON Lines of {@code {"query": …, "kind": …, "relevant": [names]}}. */
public final class JudgedQueries {
    private final List<JudgedQuery> queries;

    private JudgedQueries(List<JudgedQuery> queries) {
        this.queries = List.copyOf(queries);
    }

    /** No judged queries. */
    public static JudgedQueries none() {
        return new JudgedQueries(List.of());
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if a line cannot be used; the message names the line
     * @throws IOException if the file cannot be read
     */
    public static JudgedQueries read(Path file) throws IOException {
        List<JudgedQuery> queries = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                @Nullable JudgedQuery query = JsonMapper.shared().readValue(lines.get(i), JudgedQuery.class);
                if (query == null) {
                    throw new IllegalArgumentException(place(file, i) + ": not a judged query: null");
                }
                queries.add(query);
            } catch (JacksonException e) {
                throw new IllegalArgumentException(
                        place(file, i) + ": not a judged query: " + e.getOriginalMessage(), e);
            }
        }
        if (queries.isEmpty()) {
            throw new IllegalArgumentException(file + " has no judged query");
        }
        return new JudgedQueries(queries);
    }

    private static String place(Path file, int index) {
        return file + ", line " + (index + 1);
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not encoded in UTF-8", e);
        }
    }

    /** The judged queries as requests in a scope. */
    public List<JudgedRequest> in(TenantScope scope) {
        return queries.stream()
                .map(query -> new JudgedRequest(scope, query.query(), query.relevant()))
                .toList();
    }

    List<JudgedQuery> all() {
        return queries;
    }
}
