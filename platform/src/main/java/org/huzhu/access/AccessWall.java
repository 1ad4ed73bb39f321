package org.huzhu.access;

import org.springframework.stereotype.Component;

/**
 * The first wall: whether the program asks its own table of who may do what. In the society it always stands; a proof
 * that wants to see whether the second wall, row-level security, holds alone puts one in its place that does not.
 */
@Component
public class AccessWall {

    /** Whether the table is asked. */
    protected boolean stands() {
        return true;
    }
}
