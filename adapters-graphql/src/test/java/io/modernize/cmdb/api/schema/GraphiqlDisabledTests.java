package io.modernize.cmdb.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.modernize.cmdb.api.GraphQlTestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = GraphQlTestApplication.class)
class GraphiqlDisabledTests {
    @Autowired
    private WebApplicationContext context;

    @Test
    void isOffUnlessSwitchedOn() {
        assertThat(MockMvcTester.from(context).get().uri("/graphiql").exchange())
                .hasStatus(404);
    }
}
