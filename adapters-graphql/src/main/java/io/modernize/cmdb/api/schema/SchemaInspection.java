package io.modernize.cmdb.api.schema;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.SchemaReport;

/** Refuses to start if the schema and the controllers disagree. The framework by itself only logs it. */
@Configuration(proxyBeanMethods = false)
class SchemaInspection {
    @Bean
    GraphQlSourceBuilderCustomizer failOnUnmappedSchema() {
        return builder -> builder.inspectSchemaMappings(SchemaInspection::requireComplete);
    }

    /**
     * Accepts a report without findings.
     *
     * @throws IllegalStateException if there is any finding; the message names all of them. Such a field would answer
     *     null or an error in production
     */
    static void requireComplete(SchemaReport report) {
        List<String> findings = new ArrayList<>();
        report.unmappedFields()
                .forEach(field -> findings.add("field " + field + " has neither controller nor property"));
        report.unmappedRegistrations()
                .keySet()
                .forEach(field -> findings.add("a controller answers " + field + ", which the schema lacks"));
        report.unmappedArguments()
                .forEach((fetcher, names) ->
                        findings.add(fetcher + " wants the arguments " + names + ", which the schema lacks"));
        report.fieldNullnessErrors()
                .forEach((field, error) ->
                        findings.add("field " + field + " is non-null, but its property may be null"));
        report.argumentNullnessErrors()
                .forEach((fetcher, errors) ->
                        findings.add(fetcher + " wants non-null arguments that the schema lets be null"));
        report.skippedTypes()
                .forEach(type -> findings.add("type of " + type.fieldCoordinates() + " could not be inspected"));
        if (!findings.isEmpty()) {
            throw new IllegalStateException(
                    "The GraphQL schema and the controllers disagree: " + String.join("; ", findings));
        }
    }
}
