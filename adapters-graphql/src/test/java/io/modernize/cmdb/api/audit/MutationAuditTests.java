package io.modernize.cmdb.api.audit;

import static io.modernize.cmdb.api.InMemoryTenancy.ADMINISTRATOR;
import static io.modernize.cmdb.api.InMemoryTenancy.ERP;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR;
import static io.modernize.cmdb.api.InMemoryTenancy.HARBOR_ADMINISTRATOR;
import static io.modernize.cmdb.api.InMemoryTenancy.NORTHWIND;
import static io.modernize.cmdb.api.InMemoryTenancy.STRANGER;
import static io.modernize.cmdb.api.InMemoryTenancy.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeUtil;
import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import io.modernize.cmdb.api.InMemoryTenancy;
import io.modernize.cmdb.api.errors.MutationErrorCode;
import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditEvent;
import io.modernize.cmdb.audit.AuditOutcome;
import io.modernize.cmdb.audit.application.InMemoryAuditTrail;
import io.modernize.cmdb.tenancy.PrincipalIdentity;
import io.modernize.cmdb.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.http.HttpHeaders;

/** Every mutation of the schema, as it is and as others will be: none leaves the audit log without its line. */
@SpringBootTest(classes = GraphQlTestApplication.class)
class MutationAuditTests {
    @Autowired
    private GraphQlCaller caller;

    @Autowired
    private GraphQlSource source;

    @Autowired
    private InMemoryAuditTrail trail;

    @Autowired
    private InMemoryTenancy tenancy;

    @BeforeEach
    void beginAnew() {
        trail.clear();
    }

    @AfterEach
    void takeChangesBack() {
        tenancy.reset();
    }

    @TestFactory
    Stream<DynamicTest> writesALineForEachMutation() {
        return mutations()
                .map(mutation -> DynamicTest.dynamicTest(mutation.getName(), () -> {
                    trail.clear();
                    List<String> codes = caller.call(ADMINISTRATOR, document(mutation))
                            .path("result.errors[*].code")
                            .entityList(String.class)
                            .get();

                    AuditEvent event = single();
                    assertThat(event.action()).isEqualTo(action(mutation));
                    assertThat(event.actor()).isEqualTo(new AuditActor(AuditActor.Kind.UNKNOWN, ADMINISTRATOR));
                    assertThat(event.origin().requestId()).isNotNull();
                    if (!codes.isEmpty()) {
                        assertThat(event.outcome()).isEqualTo(new AuditOutcome.Refused(codes.getFirst()));
                    } else {
                        assertThat(event.outcome()).isEqualTo(new AuditOutcome.Done());
                        assertThat(event.details())
                                .as("what was done")
                                .satisfies(details -> assertThat(details.subject() != null
                                                || !details.after().isEmpty())
                                        .isTrue());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> writesALineForEachMutationThatIsNotPermitted() {
        return mutations()
                .map(mutation -> DynamicTest.dynamicTest(mutation.getName(), () -> {
                    trail.clear();
                    assertThat(caller.refusal(VIEWER, document(mutation)).getExtensions())
                            .containsEntry("code", "NOT_PERMITTED");

                    AuditEvent event = single();
                    assertThat(event.action()).isEqualTo(action(mutation));
                    assertThat(event.actor().identity()).isEqualTo(VIEWER);
                    assertThat(event.outcome()).isEqualTo(new AuditOutcome.Refused("NOT_PERMITTED"));
                }));
    }

    @Test
    void hasTheActionsOfTheSchema() {
        assertThat(((GraphQLEnumType) Objects.requireNonNull(source.schema().getType("AuditAction"))).getValues())
                .extracting(value -> value.getName())
                .containsExactlyInAnyOrder(
                        Stream.of(AuditAction.values()).map(AuditAction::name).toArray(String[]::new));
    }

    @Test
    void hasTheCodesOfTheSchema() {
        assertThat(((GraphQLEnumType) Objects.requireNonNull(source.schema().getType("MutationErrorCode"))).getValues())
                .extracting(value -> value.getName())
                .containsExactly(Stream.of(MutationErrorCode.values())
                        .map(MutationErrorCode::name)
                        .toArray(String[]::new));
    }

    @Test
    void hasNoLineForWhoIsNoMember() {
        assertThat(caller.refusal(STRANGER, "mutation { startAudit { __typename } }")
                        .getExtensions())
                .containsEntry("code", "NOT_A_MEMBER");
        assertThat(trail.all(TenantScope.forJob(NORTHWIND.id()))).isEmpty();
        assertThat(trail.all(TenantScope.forJob(HARBOR.id()))).isEmpty();
    }

    @Test
    void writesALineForEachMutationOfARequest() {
        caller.call(ADMINISTRATOR, """
            mutation { __typename a: renameClientAccount(input: {name: "A"}) { __typename }
              b: renameClientAccount(input: {name: "B"}) { __typename }
              c: renameClientAccount(input: {name: ""}) { errors { code } } }
            """)
                .path("c.errors[*].code")
                .entityList(String.class)
                .containsExactly("BAD_INPUT");

        assertThat(trail.all(TenantScope.forJob(NORTHWIND.id())))
                .extracting(AuditEvent::outcome)
                .containsExactly(
                        new AuditOutcome.Done(), new AuditOutcome.Done(), new AuditOutcome.Refused("BAD_INPUT"));
    }

    @Test
    void showsWhatWasChangedToThoseWhoAnswerForIt() {
        call(ADMINISTRATOR, "mutation { renameClientAccount(input: {name: \"Northwind AG\"}) { __typename } }");
        call(HARBOR_ADMINISTRATOR, "mutation { renameClientAccount(input: {name: \"Harbor AG\"}) { __typename } }");

        call(ADMINISTRATOR, """
            { auditLog { pageInfo { hasNextPage } nodes { action outcome code subject actor { kind objectId }
                before { name value } after { name value } } } }
            """).path("auditLog").matchesJsonStrictly("""
                { "pageInfo": { "hasNextPage": false }, "nodes": [ { "action": "RENAME_CLIENT_ACCOUNT", "outcome": "DONE", "code": null,
                    "subject": null, "actor": { "kind": "UNKNOWN", "objectId": "%s" },
                    "before": [ { "name": "name", "value": "Northwind Traders" } ],
                    "after": [ { "name": "name", "value": "Northwind AG" } ] } ] }
                """.formatted(ADMINISTRATOR.objectId()));
    }

    @Test
    void filtersAndPagesTheLog() {
        for (int i = 0; i < 3; i++) {
            call(ADMINISTRATOR, "mutation { renameClientAccount(input: {name: \"" + i + "\"}) { __typename } }");
        }
        call(ADMINISTRATOR, "mutation { revokeMembership(input: {id: \"x\"}) { __typename } }");
        List<String> all = ids("{ auditLog { nodes { id } } }");
        assertThat(all).hasSize(4);

        String cursor = caller.call(ADMINISTRATOR, "{ auditLog(first: 2) { pageInfo { endCursor } } }")
                .path("auditLog.pageInfo.endCursor")
                .entity(String.class)
                .get();
        assertThat(ids("{ auditLog(first: 2, after: \"" + cursor + "\") { nodes { id } } }"))
                .isEqualTo(all.subList(2, 4));
        assertThat(ids("{ auditLog(actions: [RENAME_CLIENT_ACCOUNT]) { nodes { id } } }"))
                .hasSize(3);
        assertThat(ids("{ auditLog(from: \"2100-01-01T00:00:00Z\") { nodes { id } } }"))
                .isEmpty();
        assertThat(ids("{ auditLog(to: \"2100-01-01T00:00:00Z\") { nodes { id } } }"))
                .hasSize(4);
        assertThat(ids("{ auditLog(actor: { directoryTenantId: \"%s\", objectId: \"%s\" }) { nodes { id } } }"
                        .formatted(ADMINISTRATOR.directoryTenantId(), UUID.randomUUID())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-03-01", "-1000000000-01-01T00:00:00Z", "+12026-01-01T00:00:00Z"})
    void refusesWhatIsNoMoment(String text) {
        assertThat(caller.refusal(ADMINISTRATOR, "{ auditLog(from: \"" + text + "\") { pageInfo { hasNextPage } } }")
                        .getExtensions())
                .containsEntry("code", "BAD_INPUT");
        assertThat(caller.refusal(
                                ADMINISTRATOR,
                                new HttpHeaders(),
                                "query ($to: DateTime) { auditLog(to: $to) { pageInfo { hasNextPage } } }",
                                Map.of("to", text))
                        .getExtensions())
                .containsEntry("code", "BAD_INPUT");
    }

    private List<String> ids(String query) {
        return call(ADMINISTRATOR, query)
                .path("auditLog.nodes[*].id")
                .entityList(String.class)
                .get();
    }

    private GraphQlTester.Response call(PrincipalIdentity identity, String document) {
        return caller.call(identity, new HttpHeaders(), document, Map.of());
    }

    private AuditEvent single() {
        List<AuditEvent> events = trail.all(TenantScope.forJob(NORTHWIND.id()));
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private Stream<GraphQLFieldDefinition> mutations() {
        List<GraphQLFieldDefinition> fields = source.schema().getMutationType().getFieldDefinitions();
        assertThat(fields).hasSizeGreaterThan(15);
        return fields.stream();
    }

    private static AuditAction action(GraphQLFieldDefinition mutation) {
        return AuditAction.ofMutation(mutation.getName()).orElseThrow();
    }

    /** With values for what it requires: an engagement that there is, and otherwise anything. */
    private static String document(GraphQLFieldDefinition mutation) {
        String arguments = mutation.getArguments().stream()
                .filter(argument -> argument.getType() instanceof GraphQLNonNull)
                .map(argument -> argument.getName() + ": " + value(argument.getName(), argument.getType()))
                .collect(Collectors.joining(", "));
        return "mutation { result: " + mutation.getName() + (arguments.isEmpty() ? "" : "(" + arguments + ")")
                + " { errors { code } } }";
    }

    private static String value(String name, GraphQLInputType required) {
        GraphQLInputType type = (GraphQLInputType) GraphQLTypeUtil.unwrapNonNull(required);
        if (type instanceof GraphQLInputObjectType input) {
            return input.getFieldDefinitions().stream()
                    .filter(field -> field.getType() instanceof GraphQLNonNull)
                    .map(field -> field.getName() + ": " + value(field.getName(), field.getType()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (name.equals("engagementId")) {
            return "\"" + ERP.id() + "\"";
        }
        if (type instanceof GraphQLEnumType values) {
            return values.getValues().getLast().getName();
        }
        return GraphQLTypeUtil.simplePrint(type).equals("ID") ? "\"" + UUID.randomUUID() + "\"" : "\"some-text\"";
    }
}
