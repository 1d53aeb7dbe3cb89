drop function bitand(bigint, bigint);
