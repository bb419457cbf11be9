/** Keystile in any Jakarta Servlet container, here on embedded Jetty. */
@NullMarked
package dev.keystile.example.servlet;

import org.jspecify.annotations.NullMarked;
