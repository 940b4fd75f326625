package io.modernize.cmdb.api.gate;

import io.github.bucket4j.TimeMeter;
import io.modernize.cmdb.api.limits.ApiLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The points of identities and client accounts, by the clock of this machine. */
@Configuration(proxyBeanMethods = false)
class RateLimiting {
    @Bean
    RateLimits rateLimits(ApiLimits limits) {
        return new RateLimits(limits, TimeMeter.SYSTEM_NANOTIME);
    }
}
