/** Where members are reached by phone: for the room that sends them messages, and no other. */
@NullMarked
@NamedInterface("phones")
package org.huzhu.members.phones;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
