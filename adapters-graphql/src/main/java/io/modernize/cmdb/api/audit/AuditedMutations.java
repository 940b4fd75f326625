package io.modernize.cmdb.api.audit;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import io.modernize.cmdb.audit.AuditAction;
import java.util.List;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;

/** Refuses to start if the audit log has no action for a mutation. */
@Component
final class AuditedMutations {
    AuditedMutations(GraphQlSource source) {
        GraphQLObjectType mutations = source.schema().getMutationType();
        List<String> missing = mutations == null
                ? List.of()
                : mutations.getFieldDefinitions().stream()
                        .map(GraphQLFieldDefinition::getName)
                        .filter(name -> AuditAction.ofMutation(name).isEmpty())
                        .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("AuditAction has no action for the mutations " + missing);
        }
    }
}
