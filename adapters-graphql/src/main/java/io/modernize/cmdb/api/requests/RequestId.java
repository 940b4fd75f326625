package io.modernize.cmdb.api.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id under which a request is found in the log. It is the caller's if that is well-formed, or else a new one. */
public final class RequestId {
    static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();

    /**
     * The characters and the length of an id. It needs no escaping in a header, in JSON and in a log line, and is read
     * at a glance.
     */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private RequestId() {}

    /** Sets the id of a request, once. Dispatches of the same request keep it. */
    static String settle(HttpServletRequest request) {
        if (find(request) instanceof String settled) {
            return settled;
        }
        String sent = request.getHeader(HEADER);
        String id = sent != null && WELL_FORMED.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /** The id of a request; null if the request did not come through {@link RequestIdFilter}. */
    public static @Nullable String find(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : null;
    }

    /** The id among the attributes of a request; null if the request did not come through {@link RequestIdFilter}. */
    public static @Nullable String find(Map<String, Object> attributes) {
        return attributes.get(ATTRIBUTE) instanceof String id ? id : null;
    }
}
