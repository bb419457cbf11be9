/**
 * Events as counters of Micrometer, for dashboards and alarms.
 */
@NullMarked
package dev.keystile.micrometer;

import org.jspecify.annotations.NullMarked;
