package io.modernize.cmdb.api.requests;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.integration.Slf4jThreadLocalAccessor;
import jakarta.annotation.PostConstruct;
import org.springframework.context.annotation.Configuration;

/** Makes reactive streams, such as subscriptions, take the log context along to the threads that they run on. */
@Configuration(proxyBeanMethods = false)
class LogContextPropagation {
    @PostConstruct
    void register() {
        ContextRegistry.getInstance()
                .registerThreadLocalAccessor(new Slf4jThreadLocalAccessor(LogContext.KEYS.toArray(String[]::new)));
    }
}
