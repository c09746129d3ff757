"""What runs beside the student's code: it calls, it watches, it never decides."""
