"""Mail: messages, folders of them, threads and what hangs on them."""
