package io.modernize.cmdb.api.errors;

import io.modernize.cmdb.api.requests.RequestId;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The answer of the servlet container if a filter or handler ended with a status alone or with an exception. It is a
 * problem document that follows from the status. The framework's own page would show a message, a path, and more if it
 * is configured to.
 */
@Controller
final class ErrorPage implements ErrorController {
    @RequestMapping("${spring.web.error.path:/error}")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpStatusCode status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                // Asked for by its address, where there is nothing to show.
                : HttpStatus.NOT_FOUND;
        Problems.write(request, response, Problems.of(status, RequestId.find(request)));
    }
}
