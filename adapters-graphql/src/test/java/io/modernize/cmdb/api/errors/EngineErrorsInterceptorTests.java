package io.modernize.cmdb.api.errors;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Publisher;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How subscriptions end that fail. */
@ExtendWith(OutputCaptureExtension.class)
class EngineErrorsInterceptorTests {
    private static final ExecutionResult EVENT =
            ExecutionResultImpl.newExecutionResult().data(Map.of("x", 1)).build();

    @Test
    void endsOneThatFailsWithACodeAndLogsWhy(CapturedOutput log) {
        List<ExecutionResult> events = events(Flux.concat(
                Flux.just(EVENT), Flux.error(new IllegalStateException("the secret of table cmdb_assets"))));

        assertThat(events).hasSize(2);
        assertThat(events.getFirst()).isEqualTo(EVENT);
        assertThat(events.getLast().getErrors()).singleElement().satisfies(error -> {
            assertThat(error.getExtensions()).containsEntry("code", "INTERNAL").containsKey("requestId");
            assertThat(error.getMessage()).doesNotContain("secret");
        });
        assertThat(log).contains("A subscription failed", "the secret of table cmdb_assets");
    }

    @Test
    void endsOneThatIsRefusedWithTheReason(CapturedOutput log) {
        GraphQLError reason = GraphqlErrorBuilder.newError()
                .message("There is no such job.")
                .extensions(Map.of("code", "JOB_UNKNOWN"))
                .build();

        List<ExecutionResult> events = events(
                Flux.error(new SubscriptionPublisherException(List.of(reason), new IllegalStateException("refused"))));

        assertThat(events)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getErrors().getFirst().getExtensions()).containsEntry("code", "JOB_UNKNOWN"));
        assertThat(log).doesNotContain("A subscription failed");
    }

    private static List<ExecutionResult> events(Flux<ExecutionResult> stream) {
        WebGraphQlRequest request = new WebGraphQlRequest(
                URI.create("/graphql"),
                new HttpHeaders(),
                new LinkedMultiValueMap<>(),
                Map.of(),
                Map.of("query", "subscription { x }"),
                "1",
                Locale.ROOT);
        WebGraphQlResponse response = new EngineErrorsInterceptor()
                .intercept(
                        request,
                        sent -> Mono.just(new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(
                                sent.toExecutionInput(),
                                ExecutionResultImpl.newExecutionResult()
                                        .data(stream)
                                        .build()))))
                .blockOptional()
                .orElseThrow();
        Flux<ExecutionResult> shaped =
                Flux.from(Objects.requireNonNull(response.<Publisher<ExecutionResult>>getData()));
        return shaped.collectList().blockOptional().orElseThrow();
    }
}
