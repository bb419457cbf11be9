/**
 * Password hashing with PHC-style strings that carry their own parameters, so that a deployment can raise the cost and old
 * hashes still verify until they are renewed at the next login.
 */
@NullMarked
package dev.keystile.core.password;

import org.jspecify.annotations.NullMarked;
