package io.modernize.cmdb.inventory.graphql;

import static io.modernize.cmdb.tenancy.Permission.DATA_FULL_ACCESS;

import io.modernize.cmdb.api.arguments.ScopeArguments;
import io.modernize.cmdb.api.errors.CommonRefusals;
import io.modernize.cmdb.audit.AuditAction;
import io.modernize.cmdb.audit.AuditActor;
import io.modernize.cmdb.audit.AuditOrigin;
import io.modernize.cmdb.audit.Audits;
import io.modernize.cmdb.audit.application.Audit.Attempt;
import io.modernize.cmdb.inventory.application.ReceiveUpload;
import io.modernize.cmdb.inventory.application.SentFile;
import io.modernize.cmdb.inventory.application.UploadOutcome;
import io.modernize.cmdb.tenancy.EngagementId;
import io.modernize.cmdb.tenancy.Requires;
import io.modernize.cmdb.tenancy.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Receives files to import. The file is the body of a request. */
@RestController
final class UploadController {
    private final ReceiveUpload receiveUpload;

    UploadController(ReceiveUpload receiveUpload) {
        this.receiveUpload = receiveUpload;
    }

    /**
     * Answers {@code POST /imports/uploads?engagementId=…&fileName=servers.csv} with the file as it is. The parameter
     * {@code engagementId} has become part of the scope. The type of a form is refused, although curl sends it for any
     * file, because the container would read the file as parameters. A body in parts is refused, too.
     */
    @Audits(AuditAction.UPLOAD_FILE)
    @PostMapping(path = "/imports/uploads", consumes = "!application/x-www-form-urlencoded")
    ResponseEntity<Object> upload(
            @Requires(DATA_FULL_ACCESS) TenantScope scope,
            AuditActor caller,
            AuditOrigin origin,
            @RequestParam(defaultValue = "") String fileName,
            HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        if (request.getContentType() != null && request.getContentType().startsWith("multipart/")) {
            throw new HttpMediaTypeNotSupportedException("a file is sent as it is, not in parts");
        }
        EngagementId engagementId = ScopeArguments.engagement(scope)
                .orElseThrow(() -> CommonRefusals.engagementNeeded("A file is uploaded into one engagement."));
        Attempt attempt = new Attempt(AuditAction.UPLOAD_FILE, caller, origin);
        UploadPrice price = new UploadPrice(scope.clientAccountId());
        SentFile file = new SentFile(fileName, request.getInputStream(), request.getContentLengthLong(), price);
        return switch (receiveUpload.receive(scope, engagementId, file, attempt)) {
            case UploadOutcome.Received(var upload) ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(Map.of(
                                "uploadId",
                                upload.id().toString(),
                                "fileName",
                                upload.fileName(),
                                "bytes",
                                upload.bytes()));
            case UploadOutcome.Refused refused ->
                ResponseEntity.of(UploadProblems.of(refused)).build();
            case UploadOutcome.NotPaid() -> throw price.refusal();
            case UploadOutcome.NameMissing() ->
                throw CommonRefusals.badInput(
                        "fileName",
                        "fileName is missing, or has characters that nobody sees or that change the direction of text.",
                        "Send the file's name, such as servers.csv.");
        };
    }
}
