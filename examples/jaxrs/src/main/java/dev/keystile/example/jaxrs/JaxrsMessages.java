package dev.keystile.example.jaxrs;

import dev.keystile.http.AuthRequest;
import dev.keystile.http.AuthResponse;
import dev.keystile.http.HeaderFields;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

/** Requests and responses, between the form of JAX-RS and Keystile's. */
final class JaxrsMessages {

    private JaxrsMessages() {}

    /** The path, as it was sent. */
    static String path(ContainerRequestContext request) {
        return request.getUriInfo().getRequestUri().getRawPath();
    }

    /** The request, whose body stays unread. */
    static AuthRequest.Builder withoutBody(ContainerRequestContext request) {
        return AuthRequest.builder(request.getMethod(), path(request))
                .query(request.getUriInfo().getRequestUri().getRawQuery())
                .headers(HeaderFields.of(request.getHeaders()));
    }

    static Response response(AuthResponse answer) {
        byte[] body = answer.body();
        Response.ResponseBuilder response = Response.status(answer.status());
        answer.headers().forEach(response::header);
        response.header("Content-Length", body.length);
        return body.length == 0 ? response.build() : response.entity(body).build();
    }
}
