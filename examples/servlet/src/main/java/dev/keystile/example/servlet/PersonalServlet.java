package dev.keystile.example.servlet;

import dev.keystile.caa.service.AuthenticatedCaller;
import dev.keystile.example.common.DemoServices;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An application's own servlet. It stands behind the filter, and so knows who is asking. */
final class PersonalServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuthenticatedCaller caller = (AuthenticatedCaller) request.getUserPrincipal();
        ServletMessages.write(DemoServices.personal(caller.account()), response);
    }
}
