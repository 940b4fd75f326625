package io.modernize.cmdb.inventory.graphql;

import io.modernize.cmdb.inventory.application.ReceiveUpload.UploadLimits;
import io.modernize.cmdb.inventory.application.UploadOutcome;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** Tells a caller why a file was refused, and what to do about it. */
final class UploadProblems {
    private UploadProblems() {}

    static ProblemDetail of(UploadOutcome.Refused refused) {
        return switch (refused) {
            case UploadOutcome.Empty() ->
                problem(
                        HttpStatus.BAD_REQUEST,
                        refused,
                        "The file is empty.",
                        "Send the file as the body of the request, for example with curl --data-binary @servers.csv.");
            case UploadOutcome.TooLarge(long mostBytes) ->
                problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        refused,
                        "A file has at most " + mostBytes + " bytes.",
                        "Split it, or have the operator import it from the command line.");
            case UploadOutcome.TooSlow() ->
                problem(
                        HttpStatus.REQUEST_TIMEOUT,
                        refused,
                        "The upload took too long.",
                        "Upload the file from a faster connection, or split it.");
            case UploadOutcome.QuotaExceeded(UploadLimits limits) ->
                problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        refused,
                        "The uploaded files of a client account that wait have at most %d bytes together, and are at most %d."
                                .formatted(limits.clientAccountBytes(), limits.clientAccountFiles()),
                        ("Import the files that wait, or wait until older ones are deleted. A file is deleted after its"
                                        + " import, or %d hours after its upload.")
                                .formatted(limits.keep().toHours()));
            case UploadOutcome.StorageLow(String reason) ->
                problem(
                        HttpStatus.INSUFFICIENT_STORAGE,
                        refused,
                        "Nothing can be uploaded now: " + reason + ".",
                        "Try again later. If it persists, tell the operator of the service.");
        };
    }

    private static ProblemDetail problem(
            HttpStatus status, UploadOutcome.Refused refused, String detail, String remedy) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", refused.code());
        problem.setProperty("remedy", remedy);
        return problem;
    }
}
