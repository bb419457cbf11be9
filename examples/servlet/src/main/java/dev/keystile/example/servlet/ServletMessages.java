package dev.keystile.example.servlet;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.HeaderFields;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests and responses, between the container's form and Keystile's. */
final class ServletMessages {

    private ServletMessages() {}

    /** The path within the application, as it was sent. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    /** The request, whose body stays unread. */
    static AuthRequest.Builder withoutBody(HttpServletRequest request) {
        Map<String, List<String>> fields = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            fields.put(name, Collections.list(request.getHeaders(name)));
        }
        return AuthRequest.builder(request.getMethod(), path(request))
                .query(request.getQueryString())
                .headers(HeaderFields.of(fields))
                .clientAddress(request.getRemoteAddr());
    }

    /** The request and as much of its body as anybody wants. */
    static AuthRequest.Builder withBody(HttpServletRequest request) throws IOException {
        return withoutBody(request).body(request.getInputStream().readNBytes(AuthRequest.MAX_BODY + 1));
    }

    static void write(AuthResponse answer, HttpServletResponse response) throws IOException {
        byte[] body = answer.body();
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
