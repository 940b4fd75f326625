package io.modernize.cmdb.api.requests;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;

/** Configures the threads that controllers run on. */
@Configuration(proxyBeanMethods = false)
class ControllerThreads {
    /**
     * A configurer like the framework's own, but without its executor. Controllers run on the thread of their request,
     * which may wait, because it is a virtual one. If a search were handed over to another thread, its request would be
     * released, and would pass filters and handlers again when the answer is there. Searches of one request follow each
     * other, so that no request takes more than one connection from the others.
     */
    @Bean
    AnnotatedControllerConfigurer annotatedControllerConfigurer(
            ObjectProvider<HandlerMethodArgumentResolver> argumentResolvers) {
        AnnotatedControllerConfigurer controllers = new AnnotatedControllerConfigurer();
        controllers.configureBinder(
                options -> options.conversionService(ApplicationConversionService.getSharedInstance()));
        argumentResolvers.orderedStream().forEach(controllers::addCustomArgumentResolver);
        return controllers;
    }
}
