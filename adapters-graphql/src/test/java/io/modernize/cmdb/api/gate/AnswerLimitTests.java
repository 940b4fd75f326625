package io.modernize.cmdb.api.gate;

import static io.modernize.cmdb.api.InMemoryTenancy.ANALYST;
import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlCaller;
import io.modernize.cmdb.api.GraphQlTestApplication;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.graphql.ResponseError;

@SpringBootTest(
        classes = GraphQlTestApplication.class,
        properties = {"cmdb.api.limits.answer-bytes=1500", "cmdb.api.limits.complexity=100000"})
class AnswerLimitTests {
    @Autowired
    private GraphQlCaller caller;

    /** The last ones are answered after a look-up for all rows together, which the engine continues with later. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "me { role permissions }",
                "assets { nodes { name } }",
                "assets { nodes { engagement { slug } } }"
            })
    void givesNothingOfAnAnswerThatIsTooLarge(String field) {
        caller.call(ANALYST, repeated(1, field))
                .errors()
                .satisfy(errors -> assertThat(errors).isEmpty());

        caller.call(ANALYST, repeated(19, field))
                .errors()
                .satisfy(errors -> assertThat(errors).singleElement().satisfies(AnswerLimitTests::saysWhatToDo));
    }

    private static void saysWhatToDo(ResponseError error) {
        assertThat(error.getExtensions())
                .containsEntry("code", "ANSWER_TOO_LARGE")
                .containsEntry("limit", "answer-bytes")
                .containsKey("remedy");
        assertThat(error.getExtensions().get("maximum")).hasToString("1500");
    }

    private static String repeated(int times, String field) {
        return IntStream.range(0, times)
                .mapToObj(i -> "a" + i + ": " + field)
                .collect(Collectors.joining(" ", "{ ", " }"));
    }
}
