/**
 * Does the time that something takes tell what was compared? After dudect (Reparaz, Balasch, Verbauwhede, 2017): two classes
 * of inputs, measured in random turn, and Welch's t-test on what they took.
 */
package dev.keystile.timing;
