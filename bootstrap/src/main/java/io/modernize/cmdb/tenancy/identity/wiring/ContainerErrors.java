package io.modernize.cmdb.tenancy.identity.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Answers with a problem document if the servlet container refuses a request before any filter sees it. Examples are a
 * malformed request line and too large headers. The container's own page is HTML and names the server.
 */
@Component
final class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            // The host adds a valve of this class unless it has one.
            host.setErrorReportValveClass(ProblemValve.class.getName());
            host.getPipeline().addValve(new ProblemValve());
        });
    }

    /** Reports the status of an exception and nothing else. */
    private static final class ProblemValve extends ErrorReportValve {
        private static final Logger LOG = LoggerFactory.getLogger(ContainerErrors.class);

        @Override
        protected void report(Request request, Response response, Throwable throwable) {
            int status = response.getStatus();
            if (status < HttpStatus.BAD_REQUEST.value()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            String requestId = response.getHeader("X-Request-Id");
            if (requestId == null) {
                requestId = UUID.randomUUID().toString();
                response.setHeader("X-Request-Id", requestId);
            }
            if (throwable != null && status >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                LOG.error("Request {} failed before it could be answered", requestId, throwable);
            }
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Security-Policy", SecurityConfiguration.NOTHING_FROM_ANYWHERE);
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            try {
                response.getOutputStream().write(problem(status, requestId).getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                LOG.debug("The caller of request {} is gone", requestId, e);
            }
        }

        /** The problem document. No part of it needs escaping. */
        private static String problem(int statusCode, String requestId) {
            HttpStatus status = HttpStatus.resolve(statusCode);
            // That the caller speaks another HTTP is the caller's doing, whatever the status says.
            boolean ours = statusCode >= HttpStatus.INTERNAL_SERVER_ERROR.value()
                    && status != HttpStatus.HTTP_VERSION_NOT_SUPPORTED;
            return "{\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"code\":\"%s\",\"requestId\":\"%s\"}"
                    .formatted(
                            status == null ? "Error" : status.getReasonPhrase(),
                            statusCode,
                            ours
                                    ? "The service failed to answer. Report the requestId to the operator."
                                    : "The request is no well-formed HTTP request, or its headers are too large.",
                            ours ? "INTERNAL" : "MALFORMED_REQUEST",
                            requestId);
        }
    }
}
