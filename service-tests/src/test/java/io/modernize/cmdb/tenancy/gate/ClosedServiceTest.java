package io.modernize.cmdb.tenancy.gate;

import io.modernize.cmdb.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A service as it stands on the internet. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest
@TestPropertySource(
        properties = {
            "cmdb.api.limits.complexity=10000",
            "cmdb.api.cors.allowed-origins=https://cmdb.example.com",
            "cmdb.api.introspection=false",
            "cmdb.api.access-log=true"
        })
@interface ClosedServiceTest {}
