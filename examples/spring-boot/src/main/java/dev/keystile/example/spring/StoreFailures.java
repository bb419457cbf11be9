package dev.keystile.example.spring;

import dev.keystile.http.AuthResponse;
import dev.keystile.store.StoreException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the controllers answer when the store doesn't: the same as the contracts, with the details in the log alone. */
@RestControllerAdvice
class StoreFailures {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFailures.class);

    @ExceptionHandler
    ResponseEntity<byte[]> failed(StoreException failure) {
        LOG.error("A request was answered with 500", failure);
        return AccountController.entity(AuthResponse.json(500, Map.of("message", "Internal Server Error")));
    }
}
