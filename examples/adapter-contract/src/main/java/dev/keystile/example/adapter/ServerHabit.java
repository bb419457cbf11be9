package dev.keystile.example.adapter;

/** What a server does before any adapter sees the request, so that an adapter can't do otherwise. */
public enum ServerHabit {

    /** Takes a method that was sent in lower case for the same in capitals. */
    METHODS_IN_CAPITALS,

    /** Knows no targets in absolute form, and looks for a path of that name. */
    NO_ABSOLUTE_FORM
}
