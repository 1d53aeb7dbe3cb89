-- H2 has triggers in Java only; here the reference from the seal keeps sealed rows, and the chain shows every change.
comment on table trail_entry is 'added to, never changed';
