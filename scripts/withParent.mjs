// Loaded first by the web server's process: where whoever started it is gone, killed perhaps, it must not live on and
// keep the port.
process.on('disconnect', () => process.exit(1));
