/** Keystile in Spring Boot: the contracts as a bean, and controllers that call the service. */
@NullMarked
package dev.keystile.example.spring;

import org.jspecify.annotations.NullMarked;
