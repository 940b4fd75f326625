package io.modernize.cmdb.tenancy.identity.wiring;

import jakarta.servlet.Filter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/** Requests that go through the security filters. */
public final class SecureHttp {
    private SecureHttp() {}

    public static MockMvcTester of(WebApplicationContext context) {
        return MockMvcTester.from(
                context,
                builder -> builder.addFilters(context.getBean("springSecurityFilterChain", Filter.class))
                        .build());
    }
}
