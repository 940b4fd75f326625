package io.modernize.cmdb.tenancy.local.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoopbackHostFilterTests {
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "[::1]"})
    void letsRequestsToThisMachineThrough(String host) throws Exception {
        filter(host);

        assertThat(chain.getRequest()).isNotNull();
        assertThat(response.getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rebound.example",
                "localhost.rebound.example",
                "127.0.0.1.rebound.example",
                "rebound.localhost",
                "192.0.2.1",
                "0.0.0.0",
                "[::]"
            })
    void refusesEveryOtherName(String host) throws Exception {
        response.setHeader("X-Request-Id", "of-a-test");

        filter(host);

        assertThat(chain.getRequest()).isNull();
        assertThat(response.getStatus()).isEqualTo(421);
        assertThat(response.getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        JsonNode problem = JsonMapper.shared().readTree(response.getContentAsString());
        assertThat(problem.path("status").asInt()).isEqualTo(421);
        assertThat(problem.path("code").asString()).isEqualTo("HOST_NOT_LOCAL");
        assertThat(problem.path("requestId").asString()).isEqualTo("of-a-test");
        assertThat(problem.toString()).doesNotContain(host);
    }

    private void filter(String host) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/oauth2/token");
        request.setServerName(host);
        new LoopbackHostFilter().doFilter(request, response, chain);
    }
}
