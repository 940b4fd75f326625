package io.modernize.cmdb.api.requests;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;

/** Where controllers run. */
@Configuration(proxyBeanMethods = false)
class ControllerThreads {
    /**
     * Like the framework's own, but without its executor: controllers run on the thread of their request, which may wait,
     * since it is a virtual one. Handed over to another thread, a search would let its request go, and that would be
     * dispatched anew, through filters and handlers, when the answer is there. Searches of one request follow each other,
     * so that no request takes more than one connection from the others.
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
