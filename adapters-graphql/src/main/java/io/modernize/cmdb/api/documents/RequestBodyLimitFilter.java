package io.modernize.cmdb.api.documents;

import io.modernize.cmdb.api.errors.Problems;
import io.modernize.cmdb.api.limits.ApiLimits;
import io.modernize.cmdb.api.limits.Limit;
import io.modernize.cmdb.api.requests.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are no GraphQL request, that are too large, or that contain several operations, before anything
 * parses them. The servlet container limits forms only. The filter runs behind the security filters, so that strangers
 * are refused first.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class RequestBodyLimitFilter extends OncePerRequestFilter {
    private final String path;
    private final ApiLimits limits;
    private final TrustedDocumentsProperties trustedDocuments;

    RequestBodyLimitFilter(
            GraphQlProperties properties, ApiLimits limits, TrustedDocumentsProperties trustedDocuments) {
        this.path = properties.getHttp().getPath();
        this.limits = limits;
        this.trustedDocuments = trustedDocuments;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Decoded by the container, as the dispatcher sees it: an encoded letter in the URI is no way around.
        return !path.equals(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!HttpMethod.POST.matches(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
            refuse(request, response, HttpStatus.METHOD_NOT_ALLOWED);
            return;
        }
        if (request.getContentLengthLong() > limits.requestBytes()) {
            refuse(request, response, Limit.REQUEST_BYTES, request.getContentLengthLong());
            return;
        }
        // A chunked request declares no length: read one byte more than allowed, and never the rest.
        byte[] body = request.getInputStream().readNBytes(limits.requestBytes() + 1);
        if (body.length > limits.requestBytes()) {
            refuse(request, response, Limit.REQUEST_BYTES, body.length);
            return;
        }
        GraphQlBody read = new GraphQlBody(body);
        if (read.isBatch()) {
            refuse(request, response, Limit.BATCH_SIZE, read.operations());
            return;
        }
        if (!read.isObject() && isJson(request)) {
            // The framework takes null for a request.
            refuse(request, response, HttpStatus.BAD_REQUEST);
            return;
        }
        chain.doFilter(
                new ReadRequest(request, trustedDocuments.areOff() ? body : read.withPersistedQuery()), response);
        if (response.getStatus() >= HttpStatus.BAD_REQUEST.value()
                && response.getContentType() == null
                && !response.isCommitted()) {
            // The framework answers content types that it does not know with a status and nothing else.
            refuse(request, response, HttpStatus.valueOf(response.getStatus()));
        }
    }

    private static boolean isJson(HttpServletRequest request) {
        String contentType = request.getContentType();
        if (contentType == null) {
            return false;
        }
        String type = contentType.toLowerCase(Locale.ROOT);
        // The framework reads both as JSON.
        return type.contains("json") || type.contains("graphql");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        Problems.write(request, response, Problems.of(status, RequestId.find(request)));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Limit limit, long value)
            throws IOException {
        HttpStatus status = limit == Limit.REQUEST_BYTES ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        Problems.write(request, response, Problems.of(limit, status, value, limits.of(limit)));
    }

    /** A request whose body is already in memory. */
    private static final class ReadRequest extends HttpServletRequestWrapper {
        private final byte[] body;

        ReadRequest(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new BodyStream(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            String encoding = getCharacterEncoding();
            return new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding)));
        }
    }

    private static final class BodyStream extends ServletInputStream {
        private final ByteArrayInputStream body;

        BodyStream(ByteArrayInputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return body.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is in memory: read it");
        }
    }
}
