package io.modernize.cmdb.testsupport.deepinfra;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** A fault of one answer. */
public sealed interface Fault {
    /**
     * Another answer in place of vectors.
     *
     * @param status 200 to 599
     * @param body sent as JSON, whatever it is
     */
    record Answer(int status, Map<String, String> headers, String body) implements Fault {
        public Answer {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("a final answer has a status of 200 to 599, not " + status);
            }
            headers = Map.copyOf(headers);
        }

        /** The same with one header more. */
        public Answer with(String header, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            more.put(header, value);
            return new Answer(status, more, body);
        }
    }

    /** Vectors, but not as they should be. */
    record Spoilt(Spoil how) implements Fault {}

    /** A connection that fails. */
    record Broken(Break how) implements Fault {}

    /**
     * The right answer, but a few bytes at a time.
     *
     * @param bytes sent at once, at least 1
     * @param pause between them
     */
    record Drip(int bytes, Duration pause) implements Fault {
        public Drip {
            if (bytes < 1) {
                throw new IllegalArgumentException("drops of " + bytes + " bytes");
            }
        }
    }

    /**
     * A lawful status and a body of blanks.
     *
     * @param bytes its length; sent as it is made, none of it is kept
     */
    record Huge(long bytes) implements Fault {}

    /** A fault of the vectors. */
    enum Spoil {
        /** The JSON ends half way. */
        TRUNCATED,
        /** The last vector is missing. */
        ONE_MISSING,
        /** The last vector comes twice, the second time with an index beyond the inputs. */
        ONE_TOO_MANY,
        /** Last vector first, each with its right index: lawful. */
        REVERSED,
        /** Two vectors claim to be of the first input; of the only one where there is one. */
        INDEX_TWICE,
        /** The first vector lacks its last value. */
        DIMENSION_MISSING,
        /** The first vector has a value that is no number. */
        NAN,
        /** The first vector is nothing but zeros. */
        ZEROS,
        /** Nothing is wrong with the vectors; what they cost is not said. */
        NO_USAGE
    }

    /** A fault of the connection. */
    enum Break {
        /** Dropped by a reset once the request is read. */
        RESET,
        /** Kept open; nothing is ever said. */
        HANG,
        /** Kept open; nothing is said after the headers and a first byte. */
        STALL,
        /** Closed when half of the announced bytes are sent. */
        CUT
    }

    /** DeepInfra's three ways to say what is wrong, and those of what may stand before it. */
    enum ErrorShape {
        /** {@code {"detail":[{"loc":…,"msg":…,"type":…}]}}: what validation says. */
        DETAIL_LIST,
        /** {@code {"detail":{"error":…}}}. */
        DETAIL_ERROR,
        /** {@code {"error":…}}. */
        ERROR_TEXT,
        /** {@code {"error":{"message":…,"type":…,"param":null,"code":…}}}, as OpenAI has it. */
        ERROR_OBJECT,
        /** A gateway's page. */
        HTML,
        /** No body. */
        EMPTY;

        /** The body that says it. */
        public String body(String message, String code) {
            String quoted = Bodies.quote(message);
            return switch (this) {
                case DETAIL_LIST ->
                    "{\"detail\":[{\"loc\":[\"body\",\"input\"],\"msg\":" + quoted + ",\"type\":" + Bodies.quote(code)
                            + "}]}";
                case DETAIL_ERROR -> "{\"detail\":{\"error\":" + quoted + "}}";
                case ERROR_TEXT -> "{\"error\":" + quoted + "}";
                case ERROR_OBJECT ->
                    "{\"error\":{\"message\":" + quoted + ",\"type\":\"error\",\"param\":null,\"code\":"
                            + Bodies.quote(code) + "}}";
                case HTML -> "<html><body>" + message + "</body></html>";
                case EMPTY -> "";
            };
        }
    }

    /** A refusal in the shape in which the provider sends that status. */
    static Answer status(int status) {
        ErrorShape shape = switch (status) {
            case 413, 422 -> ErrorShape.DETAIL_LIST;
            case 404 -> ErrorShape.ERROR_TEXT;
            case 429, 503 -> ErrorShape.ERROR_OBJECT;
            case 502, 504 -> ErrorShape.HTML;
            default -> ErrorShape.DETAIL_ERROR;
        };
        return status(status, shape);
    }

    /** A refusal in that shape. */
    static Answer status(int status, ErrorShape shape) {
        return new Answer(status, Map.of(), shape.body(meaning(status), code(status)));
    }

    /** A body of JSON with status 200. */
    static Answer json(String body) {
        return new Answer(200, Map.of(), body);
    }

    /** A status of success, and an error in place of vectors. */
    static Answer errorInSuccess(ErrorShape shape) {
        return json(shape.body("inference failed", "inference_failed"));
    }

    /** A redirect to that address, which keeps method and body. */
    static Answer redirect(String location) {
        return new Answer(307, Map.of("Location", location), "");
    }

    private static String meaning(int status) {
        return switch (status) {
            case 401, 403 -> "User is not authenticated";
            case 402 -> "inference prohibited, please top up your balance";
            case 404 -> "Model not found";
            case 413 -> "Request too large";
            case 422 -> "Input should be a valid string";
            case 429 -> "Model busy, retry later";
            default -> "inference failed";
        };
    }

    private static String code(int status) {
        return switch (status) {
            case 401, 403 -> "invalid_api_key";
            case 413, 422 -> "value_error";
            case 429 -> "engine_overloaded";
            default -> "server_error";
        };
    }
}
