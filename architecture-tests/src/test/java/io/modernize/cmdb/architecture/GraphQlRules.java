package io.modernize.cmdb.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.stream.Stream;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;

/** What callers of the API can be shown. */
final class GraphQlRules {
    static final Rule HANDLERS_RETURN_PAYLOADS = Rule.of(methods()
            .that(describe("answer a field of the schema", GraphQlRules::isHandler))
            .should(Conditions.condition(
                    "return payloads of a GraphQL package, or values of the JDK, also inside generics",
                    GraphQlRules::faults))
            .because("a domain or row type in the schema would show each of its new components to every client"));

    private GraphQlRules() {}

    private static boolean isHandler(JavaMethod method) {
        return method.isAnnotatedWith(SchemaMapping.class)
                || method.isMetaAnnotatedWith(SchemaMapping.class)
                || method.isAnnotatedWith(BatchMapping.class);
    }

    private static Stream<String> faults(JavaMethod method) {
        return method.getReturnType().getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .filter(type -> !isPayload(type))
                .map(type -> "Method <%s> returns %s".formatted(method.getFullName(), type.getName()));
    }

    private static boolean isPayload(JavaClass type) {
        if (!Layout.isOurs(type)) {
            // Object could be anything, so also one of ours.
            return !type.isEquivalentTo(Object.class);
        }
        return Ring.of(type).filter(Ring.GRAPHQL::equals).isPresent()
                && (type.isRecord() || type.isEnum() || type.reflect().isSealed());
    }
}
