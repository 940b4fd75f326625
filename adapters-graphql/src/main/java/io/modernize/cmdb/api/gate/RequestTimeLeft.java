package io.modernize.cmdb.api.gate;

import io.modernize.cmdb.tenancy.application.TimeLeft;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the time that the request of this thread has left. Jobs and subscriptions have no limit. */
@Component
final class RequestTimeLeft implements TimeLeft {
    @Override
    public Optional<Duration> timeLeft() {
        return ApiRequest.current().flatMap(ApiRequest::timeLeft);
    }
}
